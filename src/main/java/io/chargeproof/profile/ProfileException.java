package io.chargeproof.profile;

import io.chargeproof.yaml.YamlFault;

/** A profile that can't be used: one sentence that names the file, the line, the key and the cure, and shows no secret. */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProfileException(YamlFault fault) {
        super(fault.getMessage(), fault);
    }
}
