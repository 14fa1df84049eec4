package io.chargeproof.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a profile is read in the light of.
 *
 * @param environment the environment variables
 * @param unset the variables that the profile needs and that aren't among them
 * @param folder what relative paths start from
 * @param warnings where warnings are gathered
 */
public record ProfileContext(Map<String, String> environment, Set<String> unset, Path folder, List<String> warnings) {}
