package io.chargeproof.custody;

/**
 * How many customers a run may still create. Scenarios that need one come before sweeps, which get what is to spare. A
 * customer is reserved before it is asked for and given back if none came of it.
 */
public final class CustomerBudget {
    /** What the scenarios of a standard run need. */
    private static final int NEEDED_BY_SCENARIOS = 7;

    private final int most;
    private int reserved;

    /**
     * A budget.
     *
     * @param most the most customers that may be created
     */
    public CustomerBudget(int most) {
        this.most = most;
    }

    /** Reserves a customer for a scenario that can't do without; false if the budget is used up. */
    public synchronized boolean reserve() {
        return reserveUpTo(most);
    }

    /** Reserves a customer for a sweep; false if what is left is kept for scenarios. */
    public synchronized boolean reserveSpare() {
        return reserveUpTo(most - NEEDED_BY_SCENARIOS);
    }

    /** Gives a reserved customer back: none was created. */
    public synchronized void giveBack() {
        reserved--;
    }

    /** How many were created or are being created. */
    public synchronized int used() {
        return reserved;
    }

    /** The most that may be created. */
    public int most() {
        return most;
    }

    private boolean reserveUpTo(int limit) {
        if (reserved >= limit) {
            return false;
        }
        reserved++;
        return true;
    }
}
