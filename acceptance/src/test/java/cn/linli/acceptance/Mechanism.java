package cn.linli.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The mechanisms of {@code mechanisms.csv} that a scenario shows, for instance {@code R1-19}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Mechanism {
  String[] value();
}
