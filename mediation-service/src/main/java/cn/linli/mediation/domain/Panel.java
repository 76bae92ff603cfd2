package cn.linli.mediation.domain;

import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.PanelSeat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who mediates, and whom the parties would like or do not accept.
 *
 * @param mechanism how they sit; null while nobody was appointed
 * @param seats that are taken
 * @param vacant seats that somebody left and nobody took since, with who left
 * @param chosen by party: mediators it would like
 * @param refused by party: mediators it does not accept
 * @param recused mediators who stepped aside
 */
public record Panel(
    @Nullable Mechanism mechanism,
    List<PanelSeat> seats,
    List<PanelSeat> vacant,
    Map<String, List<String>> chosen,
    Map<String, List<String>> refused,
    List<String> recused) {

  public static final Panel NONE =
      new Panel(null, List.of(), List.of(), Map.of(), Map.of(), List.of());

  public Panel {
    seats = List.copyOf(seats);
    vacant = List.copyOf(vacant);
    chosen = inOrder(chosen);
    refused = inOrder(refused);
    recused = List.copyOf(recused);
  }

  /** Who mediates a dispute; {@link #NONE} where nothing was said yet. */
  public static Panel of(Dispute dispute) {
    Panel panel = dispute.proceedings().panel();
    return panel == null ? NONE : panel;
  }

  /** Appointed, and no seat is free: sessions may be held. */
  public boolean isComplete() {
    return mechanism != null && vacant.isEmpty();
  }

  public Optional<PanelSeat> seatOf(String mediator) {
    return seats.stream().filter(it -> it.mediator().equals(mediator)).findFirst();
  }

  /** The seat of who acts, where they sit here and act with their own account. */
  public Optional<PanelSeat> seatOf(Actor actor) {
    String mark = actor.mark();
    return seats.stream()
        .filter(it -> it.account() != null && it.account().equals(mark))
        .findFirst();
  }

  public Optional<PanelSeat> lead() {
    return seats.stream().filter(PanelSeat::lead).findFirst();
  }

  public Set<String> refusedBy(String party) {
    return Set.copyOf(refused.getOrDefault(party, List.of()));
  }

  Panel appointed(Mechanism newMechanism, List<PanelSeat> newSeats) {
    return new Panel(newMechanism, newSeats, List.of(), chosen, refused, recused);
  }

  /** Another committee has the case: it appoints anew, what the parties said holds. */
  Panel dismissed() {
    return new Panel(null, List.of(), List.of(), chosen, refused, recused);
  }

  Panel choosing(String party, List<String> mediators) {
    return new Panel(mechanism, seats, vacant, put(chosen, party, mediators), refused, recused);
  }

  Panel refusing(String party, String mediator) {
    var all = new ArrayList<>(refused.getOrDefault(party, List.of()));
    all.add(mediator);
    return new Panel(mechanism, seats, vacant, chosen, put(refused, party, all), recused);
  }

  Panel recusing(String mediator) {
    var all = new ArrayList<>(recused);
    all.add(mediator);
    return new Panel(mechanism, seats, vacant, chosen, refused, all);
  }

  Panel vacating(String mediator) {
    var free = new ArrayList<>(vacant);
    seatOf(mediator).ifPresent(free::add);
    return new Panel(mechanism, without(seats, mediator), free, chosen, refused, recused);
  }

  /** {@code left}: who sat there before. */
  Panel filling(String left, PanelSeat seat) {
    var taken = new ArrayList<>(without(seats, left));
    taken.add(seat);
    return new Panel(mechanism, taken, without(vacant, left), chosen, refused, recused);
  }

  private static List<PanelSeat> without(List<PanelSeat> seats, String mediator) {
    return seats.stream().filter(it -> !it.mediator().equals(mediator)).toList();
  }

  /** The same events give the same bytes of state. */
  private static Map<String, List<String>> inOrder(Map<String, List<String>> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private static Map<String, List<String>> put(
      Map<String, List<String>> map, String party, List<String> mediators) {
    var copy = new LinkedHashMap<>(map);
    copy.put(party, List.copyOf(mediators));
    return copy;
  }
}
