package cn.linli.petition.domain;

import cn.linli.events.WireName;

/** Where a request stands in its life (api.md, "Petitions"). */
public enum Status implements WireName {
  SUBMITTED,
  REGISTERED,
  TRANSFERRED,
  REJECTED,
  HANDLING,
  DELIBERATING,
  MEDIATING,
  VOLUNTEERING,
  RESOLVED,
  CLOSED,
  WITHDRAWN,
  UNDER_REVIEW,
  TERMINATED,
  MERGED;

  /** Somebody still has to work on it: the answer's clock runs. */
  public boolean isOpen() {
    return switch (this) {
      case SUBMITTED, REGISTERED, TRANSFERRED, HANDLING, DELIBERATING, MEDIATING, VOLUNTEERING ->
          true;
      case REJECTED, RESOLVED, CLOSED, WITHDRAWN, UNDER_REVIEW, TERMINATED, MERGED -> false;
    };
  }

  /** Somebody has to do something: an answer or a decision on a review is owed. */
  public boolean isOwed() {
    return isOpen() || this == UNDER_REVIEW;
  }

  /** Nobody has taken it in hand yet. */
  public boolean isWaiting() {
    return this == SUBMITTED || this == REGISTERED || this == TRANSFERRED;
  }
}
