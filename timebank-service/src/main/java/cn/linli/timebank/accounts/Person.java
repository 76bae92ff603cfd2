package cn.linli.timebank.accounts;

import org.jspecify.annotations.Nullable;

/** Who holds a passbook, as it lies in the vault. */
record Person(String name, @Nullable Integer birthYear, @Nullable String phone) {}
