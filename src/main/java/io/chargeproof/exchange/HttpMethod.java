package io.chargeproof.exchange;

/** The request methods that the harness sends (RFC 9110, section 9; PATCH is RFC 5789). */
public enum HttpMethod {
    GET,
    HEAD,
    OPTIONS,
    TRACE,
    POST,
    PUT,
    PATCH,
    DELETE
}
