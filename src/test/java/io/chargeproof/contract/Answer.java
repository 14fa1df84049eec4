package io.chargeproof.contract;

import java.util.List;
import java.util.Map;

/**
 * What a provider answers, whatever it is asked.
 *
 * @param status the HTTP status
 * @param headers the header fields, each with its values
 * @param body the body as text
 */
record Answer(int status, Map<String, List<String>> headers, String body) {}
