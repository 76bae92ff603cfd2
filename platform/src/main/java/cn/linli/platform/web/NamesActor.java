package cn.linli.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text component of a body that names who acts ({@code department}, {@code reviewer},
 * {@code party}, {@code by}, {@code mediator}). It must name the caller, else 403 {@code
 * not-yourself}; unless the body has a component {@code recordedOnBehalf} that is set and the
 * caller's role may record for others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NamesActor {}
