package cn.linli.events.mediation;

import cn.linli.events.Event;

/**
 * Everything that travels on the topic {@code linli.mediation}: what happens to disputes,
 * committees and mediators. Fields that end in {@code Ref} point into the service's vault; amounts
 * of money are bands. {@code origin} is absent where no request lies behind a dispute.
 *
 * <p>A capability adds its events so: a sealed interface of its own in a file of its own, {@code
 * public sealed interface PanelEvent extends MediationEvent}, holding the records; its name in
 * {@code permits} below; one case in {@code Evolution} of the service ({@code case PanelEvent panel
 * -> Panels.apply(now, panel, at)}). Readers take the topic as a whole and pass over what they do
 * not know, so {@code petition-service} needs no change. Then {@code docs/events} and the AsyncAPI
 * document are written anew (see {@code CONTRIBUTING.md}).
 */
public sealed interface MediationEvent extends Event
    permits DisputeEvent,
        ContactEvent,
        NoticeEvent,
        AgreementEvent,
        HandOverEvent,
        DossierEvent,
        CaseNumberEvent,
        HearingEvent,
        AssessmentEvent,
        PaceEvent,
        RiskEvent,
        CommitteeEvent,
        MediatorEvent,
        PanelEvent {}
