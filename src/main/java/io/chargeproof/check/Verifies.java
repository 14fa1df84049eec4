package io.chargeproof.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the requirements that a check decides. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Verifies {
    /** The IDs. */
    String[] value();

    /** Whether it decides them in any scenario, though that may be about one of them only. */
    boolean everywhere() default false;
}
