package io.chargeproof.exchange;

/** What is out of the ordinary about a request, as far as judging its answer depends on it. */
public enum RequestTrait {
    /** The body breaks the documented form, or bears a hostile value. */
    MALFORMED,
    /** The credentials of the caller (token, API key) aren't valid as sent. */
    BAD_CREDENTIALS,
    /** The status is left open by the document and recorded only; 5xx stays a fault. */
    STATUS_OPEN,
    /** A control beside a suspected fault; no scenario asked for it. */
    CONTROL,
    /** The same request once more, to see whether a fault repeats. */
    REPEAT,
    /** Sent at the same moment as the others of its group. */
    TOGETHER
}
