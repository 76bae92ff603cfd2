package cn.linli.mediation.documents;

import cn.linli.events.mediation.Pathway;

/** What people call a body that takes claims over. */
@FunctionalInterface
public interface BodyNames {

  /** The code itself where no register knows it. */
  String name(String division, Pathway pathway, String body);
}
