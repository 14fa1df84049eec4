package io.chargeproof.profile;

import io.chargeproof.requirement.ApiDescription;
import java.util.List;

/** Reads the part of a profile that is about one API, under the key that is the API's label. */
public interface ApiSection extends ApiDescription {
    /** The keys that the part may have. */
    List<String> keys();

    /**
     * What the part says.
     *
     * @param section the part, which has none but the known keys
     * @param kind what kind of environment the target is
     * @throws io.chargeproof.yaml.YamlFault if it can't be used
     */
    ApiTarget read(Section section, TargetKind kind);
}
