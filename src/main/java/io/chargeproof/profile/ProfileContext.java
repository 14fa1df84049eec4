package io.chargeproof.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a profile is read in the light of.
 *
 * @param environment the environment variables
 * @param folder what relative paths start from
 * @param warnings where warnings are gathered
 */
public record ProfileContext(Map<String, String> environment, Path folder, List<String> warnings) {}
