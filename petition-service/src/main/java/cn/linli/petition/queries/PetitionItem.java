package cn.linli.petition.queries;

import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.domain.Card;
import cn.linli.petition.domain.Status;
import cn.linli.petition.reply.PetitionReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request in a list; {@code caption} is its title with what points at a person struck out. */
public record PetitionItem(
    String id,
    String caption,
    Kind kind,
    Regime regime,
    Status status,
    Level level,
    String division,
    PetitionReply.Handler handler,
    String category,
    Channel channel,
    Urgency urgency,
    Instant receivedAt,
    @Nullable Instant answerBy,
    Card card,
    boolean overdue,
    int affectedHouseholds,
    long version) {}
