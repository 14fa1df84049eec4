package io.chargeproof.exchange;

/** Whether a request may be sent again after it got no usable answer. */
public enum Idempotency {
    /** It may: to have it carried out twice does no harm. */
    SAFE,
    /** Only where it surely wasn't carried out: no connection was made, or the answer was 429 or 503. */
    UNLESS_CARRIED_OUT,
    /** Only where it never left: the target may count each time that it arrives, as it may wrong passwords. */
    ONCE
}
