package cn.linli.mediation.papers;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A party as a paper names it. Sex, ethnicity, age and occupation, which the official forms have
 * fields for, are never asked (个人信息保护法 §6: no more than needed); whoever wants them told writes
 * them by hand.
 *
 * @param role 申请人, 被申请人 or 第三人
 * @param representative who speaks for it; empty: itself
 * @param contact empty: not for this reader, or none
 * @param address of a person's home or a body's seat; empty: none told
 */
public record Person(
    String role, String name, String representative, String contact, String address) {

  static final int PERSONS_MAX = 50;

  public Person(String role, String name) {
    this(role, name, "", "", "");
  }

  static List<Person> bounded(List<Person> persons) {
    if (persons.size() > PERSONS_MAX) {
      throw new IllegalArgumentException("more than " + PERSONS_MAX + " persons");
    }
    return List.copyOf(persons);
  }

  static String names(List<Person> persons) {
    return persons.stream().map(Person::name).collect(Collectors.joining("、"));
  }

  static String names(List<Person> persons, String role) {
    return names(persons.stream().filter(it -> it.role().equals(role)).toList());
  }

  static String withRoles(List<Person> persons) {
    return persons.stream().map(it -> it.role() + " " + it.name()).collect(Collectors.joining("；"));
  }
}
