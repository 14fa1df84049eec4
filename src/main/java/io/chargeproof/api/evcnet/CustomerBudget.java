package io.chargeproof.api.evcnet;

/**
 * How many customers a run may still create. A customer is reserved before it is asked for, and then either kept, or given
 * back because none came of it. Scenarios that need a customer come first, then requests that are refused and use none up,
 * the surest first, and sweeps get what is to spare. Whether these get one is said only when no request is under way that may give
 * its own back.
 */
public final class CustomerBudget {
    /** What the scenarios of a standard run need. */
    private static final int NEEDED_BY_SCENARIOS = 8;

    private final int most;
    private int reserved;
    private int underWay;
    private int served;

    /** What a customer is for. */
    public enum Use {
        /** A scenario that can't do without. */
        SCENARIO,
        /** A request that every right target refuses. */
        REFUSAL,
        /** A request that most targets refuse. */
        DOUBT,
        /** One of many values, each as good as the next. */
        SWEEP,
        /** A request that is sent only where a customer is to spare. */
        EXTRA
    }

    /**
     * A budget.
     *
     * @param most the most customers that may be created
     */
    public CustomerBudget(int most) {
        this.most = most;
    }

    /**
     * Reserves a customer; false if the budget is used up, or if what is left is kept for those that come first. A scenario
     * never waits for what is under way, since its customer is kept for it.
     */
    public synchronized boolean reserve(Use use) {
        return reserve(use, 1);
    }

    /** Reserves two customers at once, or none, of those that no scenario needs any more. */
    public synchronized boolean reservePair() {
        return reserve(Use.REFUSAL, 2);
    }

    private boolean reserve(Use use, int count) {
        while (use != Use.SCENARIO && reserved + count > limit(use) && underWay > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        if (reserved + count > limit(use)) {
            return false;
        }
        reserved += count;
        underWay += count;
        if (use == Use.SCENARIO) {
            served++;
        }
        return true;
    }

    /** Says that a reserved customer was created, or may have been. */
    public synchronized void keep() {
        underWay--;
        notifyAll();
    }

    /** Gives a reserved customer back: none was created. */
    public synchronized void giveBack() {
        reserved--;
        keep();
    }

    /** How many were created or are being created. */
    public synchronized int used() {
        return reserved;
    }

    /** The most that may be created. */
    public int most() {
        return most;
    }

    private int limit(Use use) {
        int kept = Math.max(0, NEEDED_BY_SCENARIOS - served);
        return switch (use) {
            case SCENARIO -> most;
            case REFUSAL -> most - kept;
            case DOUBT -> most - kept - 1;
            case SWEEP, EXTRA -> most - kept - 2;
        };
    }
}
