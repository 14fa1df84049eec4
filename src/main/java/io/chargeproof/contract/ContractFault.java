package io.chargeproof.contract;

/** Why contracts can't be verified at all, in one sentence that says what, where and the cure. */
public final class ContractFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Whose the fault is. */
    public enum Kind {
        /** What was asked for can't be done. */
        CONFIGURATION,
        /** Where pacts are to be had, nobody answers. */
        NO_ANSWER
    }

    ContractFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static ContractFault configuration(String message) {
        return new ContractFault(Kind.CONFIGURATION, message);
    }

    static ContractFault noAnswer(String message) {
        return new ContractFault(Kind.NO_ANSWER, message);
    }

    /** Whose the fault is. */
    public Kind kind() {
        return kind;
    }
}
