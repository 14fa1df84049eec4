package io.chargeproof.traffic.recording;

import java.util.List;

/**
 * What there is to say of a recording once it is read.
 *
 * @param entries how many exchanges it holds, of whatever API
 * @param ofApis how many of them are of the APIs
 * @param remarks what keeps some of it from being judged, a sentence each, such as where a file ends early
 * @param others hosts and beginnings of paths of exchanges that are of neither API, a few
 */
public record RecordingEnd(long entries, long ofApis, List<String> remarks, List<String> others) {
    public RecordingEnd {
        remarks = List.copyOf(remarks);
        others = List.copyOf(others);
    }
}
