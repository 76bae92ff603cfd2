package cn.linli.events.mediation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mediator can do and where.
 *
 * @param divisions where they mediate, each with all inside it
 * @param languages BCP 47 tags beside or with Mandarin ({@code zh}), for instance {@code ybe}
 * @param professions codes that give a right to certain seats, for instance {@code lawyer}
 * @param organisation code of who they work for; null where nobody
 * @param volunteer unpaid: minutes given may be credited
 */
public record MediatorProfile(
    MediatorGrade grade,
    List<String> divisions,
    List<DisputeKind> specialties,
    List<String> languages,
    List<String> professions,
    @Nullable String organisation,
    boolean volunteer) {
  public MediatorProfile {
    divisions = List.copyOf(divisions);
    specialties = List.copyOf(specialties);
    languages = List.copyOf(languages);
    professions = List.copyOf(professions);
  }
}
