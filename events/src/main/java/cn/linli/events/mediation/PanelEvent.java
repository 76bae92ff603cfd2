package cn.linli.events.mediation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who mediates a dispute (人民调解法 §19, §23). */
public sealed interface PanelEvent extends MediationEvent {

  /** Whom a party would like; takes the place of what it said before. */
  record MediatorsChosen(String party, List<String> mediators) implements PanelEvent {
    public MediatorsChosen {
      mediators = List.copyOf(mediators);
    }
  }

  /** A party does not accept a mediator; no reason is asked for. */
  record MediatorRefused(String party, String mediator, @Nullable String reasonRef)
      implements PanelEvent {}

  /** The whole panel; takes the place of an earlier one. */
  record PanelAppointed(Mechanism mechanism, List<PanelSeat> seats) implements PanelEvent {
    public PanelAppointed {
      seats = List.copyOf(seats);
    }
  }

  /** {@code party}: which refused; null otherwise. */
  record SeatVacated(
      String seat,
      String mediator,
      SeatCause cause,
      @Nullable String party,
      @Nullable String reasonRef)
      implements PanelEvent {}

  /** {@code left}: who sat there before. */
  record SeatFilled(String left, PanelSeat seat) implements PanelEvent {}
}
