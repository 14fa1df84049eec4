package io.chargeproof.yaml;

/** What is wrong with a YAML file, in one sentence that names the file, the line, the key and the cure. */
public final class YamlFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    YamlFault(String message) {
        super(message);
    }
}
