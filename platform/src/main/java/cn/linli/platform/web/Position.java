package cn.linli.platform.web;

import java.time.Instant;

/** Where a list goes on: lists are ordered by (receivedAt, id), so new entries move nothing. */
public record Position(Instant receivedAt, String id) {}
