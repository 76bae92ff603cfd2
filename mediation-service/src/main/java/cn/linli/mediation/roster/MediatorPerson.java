package cn.linli.mediation.roster;

import org.jspecify.annotations.Nullable;

/** Who a mediator is, as it lies in the vault. */
public record MediatorPerson(String name, @Nullable String phone) {}
