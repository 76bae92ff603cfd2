package cn.linli.events.petition;

import java.time.Instant;

/**
 * A department that a whistle calls.
 *
 * @param dueBy the last instant at which checking in is in time
 * @param basis the norm or decision its limit rests on, shown to people
 */
public record CalledDepartment(Unit unit, Instant dueBy, String basis) {}
