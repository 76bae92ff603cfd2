package cn.linli.events.timebank;

import cn.linli.events.Event;

/** What readers of the topic {@code linli.timebank} may rely on. */
public sealed interface TimebankEvent extends Event permits ServiceEvent {}
