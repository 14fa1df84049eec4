package io.chargeproof.cli;

import io.chargeproof.contract.CodeVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a consumer or provider is at work: what the options say, or else what the build server does.
 *
 * @param number the version, or null if neither says one
 * @param branch the branch, or null
 * @param buildUrl where the build is to be seen, or null
 * @param taken what was taken from the environment, for a sentence, or empty
 */
record CodeVersionOptions(
        @Nullable String number,
        @Nullable String branch,
        @Nullable String buildUrl,
        String taken) {
    private static final List<BuildServer> SERVERS = List.of(
            new BuildServer("GitHub Actions", "GITHUB_SHA", List.of("GITHUB_HEAD_REF", "GITHUB_REF"), "GITHUB_RUN_ID"),
            new BuildServer(
                    "GitLab",
                    "CI_COMMIT_SHA",
                    List.of("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_BRANCH"),
                    "CI_JOB_URL"),
            new BuildServer(
                    "Jenkins", "GIT_COMMIT", List.of("CHANGE_BRANCH", "BRANCH_NAME", "GIT_BRANCH"), "BUILD_URL"),
            new BuildServer(
                    "Azure Pipelines",
                    "BUILD_SOURCEVERSION",
                    List.of("SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"),
                    ""),
            new BuildServer("CircleCI", "CIRCLE_SHA1", List.of("CIRCLE_BRANCH"), "CIRCLE_BUILD_URL"),
            new BuildServer("Bitbucket", "BITBUCKET_COMMIT", List.of("BITBUCKET_BRANCH"), ""),
            new BuildServer(
                    "Travis CI",
                    "TRAVIS_COMMIT",
                    List.of("TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH"),
                    "TRAVIS_BUILD_WEB_URL"),
            new BuildServer("Buildkite", "BUILDKITE_COMMIT", List.of("BUILDKITE_BRANCH"), "BUILDKITE_BUILD_URL"),
            new BuildServer(
                    "Drone", "DRONE_COMMIT_SHA", List.of("DRONE_SOURCE_BRANCH", "DRONE_BRANCH"), "DRONE_BUILD_LINK"),
            new BuildServer("TeamCity", "BUILD_VCS_NUMBER", List.of(), ""));

    /**
     * The names by which a build server tells what it builds.
     *
     * @param name what it is called
     * @param commit the variable of the commit
     * @param branches those of the branch, the first that has one
     * @param build that of the build's address, or empty
     */
    private record BuildServer(String name, String commit, List<String> branches, String build) {
        Optional<String> branch(Map<String, String> environment) {
            return branches.stream()
                    .filter(each -> !branch(environment, each).isEmpty())
                    .findFirst();
        }

        static String branch(Map<String, String> environment, String variable) {
            String value = environment.getOrDefault(variable, "");
            boolean none = value.startsWith("refs/") && !value.startsWith("refs/heads/");
            return none || value.equals("HEAD") || value.contains("detached")
                    ? ""
                    : value.replaceFirst("^(refs/heads|origin|refs/remotes/origin)/", "");
        }

        @Nullable String buildUrl(Map<String, String> environment) {
            String value = environment.getOrDefault(build, "");
            if (name.equals("GitHub Actions") && !value.isEmpty()) {
                return environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com") + "/"
                        + environment.getOrDefault("GITHUB_REPOSITORY", "") + "/actions/runs/" + value;
            }
            return value.isEmpty() ? null : value;
        }
    }

    /** What the options say, and for the rest what the build server of this environment does. */
    static CodeVersionOptions of(
            @Nullable String number,
            @Nullable String branch,
            @Nullable String buildUrl,
            Map<String, String> environment) {
        Optional<BuildServer> server = SERVERS.stream()
                .filter(each -> !environment.getOrDefault(each.commit(), "").isEmpty())
                .findFirst();
        if (server.isEmpty()) {
            return new CodeVersionOptions(number, branch, buildUrl, "");
        }
        BuildServer there = server.get();
        Optional<String> branchBy = branch == null ? there.branch(environment) : Optional.empty();
        List<String> taken = Stream.concat(
                        number == null ? Stream.of("version by " + there.commit()) : Stream.empty(),
                        branchBy.map(each -> "branch by " + each).stream())
                .toList();
        return new CodeVersionOptions(
                number == null ? environment.get(there.commit()) : number,
                branchBy.map(each -> BuildServer.branch(environment, each)).orElse(branch),
                buildUrl == null ? there.buildUrl(environment) : buildUrl,
                taken.isEmpty() ? "" : String.join(", ", taken) + " (" + there.name() + ")");
    }

    /** The version, if there is one. */
    Optional<CodeVersion> version() {
        return Optional.ofNullable(number).map(each -> new CodeVersion(each, branch, buildUrl));
    }

    /** The same in a line, such as {@code 4f2a1c, branch main: version by GITHUB_SHA (GitHub Actions)}. */
    String inWords() {
        return (number == null ? "unknown" : number)
                + (branch == null ? ", of no known branch" : ", branch " + branch)
                + (taken.isEmpty() ? "" : ": " + taken);
    }
}
