package io.chargeproof.traffic.proxy;

import java.io.IOException;

/** A message whose bounds can't be told, or be told in two ways, so that it isn't passed on. */
final class MalformedMessage extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedMessage(String message) {
        super(message);
    }
}
