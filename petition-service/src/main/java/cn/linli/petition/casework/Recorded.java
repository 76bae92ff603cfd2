package cn.linli.petition.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody's act, written down by a clerk.
 *
 * @param evidence what shows that they did it: an attachment's id or words
 */
public record Recorded(@NotBlank @Size(max = 500) String evidence) {}
