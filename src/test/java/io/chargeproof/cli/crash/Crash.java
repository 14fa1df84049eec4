package io.chargeproof.cli.crash;

import io.chargeproof.cli.SecretsStayInsideTest;
import io.cucumber.java.BeforeAll;

/** Steps of somebody's own that fail before any scenario begins, and say all that they know. */
public final class Crash {
    /** Fails. */
    @BeforeAll
    public static void begin() {
        throw new IllegalStateException("nothing works: " + SecretsStayInsideTest.toldByACrash());
    }
}
