package cn.linli.events.mediation;

import cn.linli.events.WireName;

/** What a dispute is about. */
public enum DisputeKind implements WireName {
  NEIGHBOURS,
  FAMILY,
  INHERITANCE,
  HOMESTEAD,
  LAND,
  PROPERTY_MANAGEMENT,
  TENANCY,
  LABOUR,
  CONSUMER,
  CONTRACT,
  LOAN,
  INJURY,
  TRAFFIC,
  MEDICAL,
  ENVIRONMENT,
  RELOCATION,
  OTHER
}
