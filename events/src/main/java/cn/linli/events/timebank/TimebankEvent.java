package cn.linli.events.timebank;

import cn.linli.events.Event;

/**
 * Everything that travels on the topic {@code linli.timebank}. Fields that end in {@code Ref} point
 * into the service's vault; minutes and points are whole numbers and never turn into each other.
 *
 * <p>A capability adds its events as a sealed interface of its own in a file of its own and names
 * it below, one line each.
 */
public sealed interface TimebankEvent extends Event
    permits AccountEvent, //
        BandClaimEvent, //
        CertificateEvent, //
        DeedEvent, //
        DeviceEvent, //
        DoubtEvent, //
        LedgerEvent, //
        ReversalEvent, //
        ServiceEvent, //
        WristbandEvent, //
        RewardEvent, //
        OrderEvent, //
        QuotaEvent, //
        ClearingEvent, //
        ExchangeEvent, //
        TeamEvent, //
        SkillEvent, //
        UnitEvent, //
        ProjectEvent, //
        SessionCreditEvent {}
