package io.chargeproof.requirement;

import io.chargeproof.yaml.YamlFault;

/** A catalogue of requirements that can't be used: one sentence that names the file, the line, the key and the cure. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogueException(YamlFault fault) {
        super(fault.getMessage(), fault);
    }
}
