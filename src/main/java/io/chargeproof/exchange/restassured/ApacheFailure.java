package io.chargeproof.exchange.restassured;

import io.chargeproof.exchange.Failure;
import io.chargeproof.exchange.NoAnswer;
import org.apache.http.HttpException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.TruncatedChunkException;
import org.apache.http.conn.ConnectTimeoutException;

/** Puts the carrier's own exceptions into the words of the harness; the JDK's are known there. */
final class ApacheFailure {
    private ApacheFailure() {}

    static NoAnswer of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ConnectTimeoutException) {
                return Failure.notConnected(each);
            }
            if (each instanceof TruncatedChunkException) {
                return Failure.of(each);
            }
            if (each instanceof MalformedChunkCodingException || each instanceof HttpException) {
                return Failure.notHttp(each);
            }
        }
        return Failure.of(failure);
    }
}
