package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.MediatorFiling;
import cn.linli.events.mediation.MediatorProfile;
import cn.linli.events.mediation.RemovalGround;
import java.util.List;

/** What is done with a mediator on the roster. */
public sealed interface MediatorCommand {

  /**
   * @param adult declared (人民调解法 §14)
   */
  record Register(MediatorFiling filing, boolean adult) implements MediatorCommand {}

  record ChangeProfile(MediatorProfile profile) implements MediatorCommand {}

  record Join(String body) implements MediatorCommand {}

  record Leave(String body) implements MediatorCommand {}

  record DeclareInterests(List<String> kin, List<String> organisations)
      implements MediatorCommand {}

  record Complain(RemovalGround ground, String contentRef) implements MediatorCommand {}

  record Warn(RemovalGround ground, String reasonRef) implements MediatorCommand {}

  record Remove(RemovalGround ground, String reasonRef) implements MediatorCommand {}

  record Pause() implements MediatorCommand {}

  record Resume() implements MediatorCommand {}

  record Resign() implements MediatorCommand {}
}
