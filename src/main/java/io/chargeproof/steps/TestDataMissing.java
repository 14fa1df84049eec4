package io.chargeproof.steps;

import io.chargeproof.oioi.UserAnswer;

/** Ends a scenario that can't be carried out for want of test data; the message is the reason. */
public final class TestDataMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Ends a scenario for this reason. */
    public TestDataMissing(String message) {
        super(message);
    }

    static TestDataMissing unreadable(UserAnswer answer) {
        return new TestDataMissing("the user can't be read: " + answer.inWords());
    }
}
