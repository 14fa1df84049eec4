package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What build servers tell of the version that is built. */
class CodeVersionOptionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GITHUB_SHA=a1 GITHUB_REF=refs/heads/main | a1, branch main: version by GITHUB_SHA, branch by GITHUB_REF (GitHub Actions)
            GITHUB_SHA=a1 GITHUB_REF=refs/pull/7/merge GITHUB_HEAD_REF=feat/x | a1, branch feat/x: version by GITHUB_SHA, branch by GITHUB_HEAD_REF (GitHub Actions)
            GITHUB_SHA=a1 GITHUB_REF=refs/tags/v1 | a1, of no known branch: version by GITHUB_SHA (GitHub Actions)
            CI_COMMIT_SHA=b2 CI_COMMIT_BRANCH=main | b2, branch main: version by CI_COMMIT_SHA, branch by CI_COMMIT_BRANCH (GitLab)
            CI_COMMIT_SHA=b2 CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=x | b2, branch x: version by CI_COMMIT_SHA, branch by CI_MERGE_REQUEST_SOURCE_BRANCH_NAME (GitLab)
            GIT_COMMIT=c3 GIT_BRANCH=origin/main | c3, branch main: version by GIT_COMMIT, branch by GIT_BRANCH (Jenkins)
            GIT_COMMIT=c3 BRANCH_NAME=PR-7 CHANGE_BRANCH=fix | c3, branch fix: version by GIT_COMMIT, branch by CHANGE_BRANCH (Jenkins)
            BUILD_SOURCEVERSION=d4 BUILD_SOURCEBRANCH=refs/heads/r/1 | d4, branch r/1: version by BUILD_SOURCEVERSION, branch by BUILD_SOURCEBRANCH (Azure Pipelines)
            CIRCLE_SHA1=e5 CIRCLE_BRANCH=main | e5, branch main: version by CIRCLE_SHA1, branch by CIRCLE_BRANCH (CircleCI)
            BITBUCKET_COMMIT=f6 BITBUCKET_BRANCH=main | f6, branch main: version by BITBUCKET_COMMIT, branch by BITBUCKET_BRANCH (Bitbucket)
            BUILD_VCS_NUMBER=g7 | g7, of no known branch: version by BUILD_VCS_NUMBER (TeamCity)
            GITHUB_REF=refs/heads/main | unknown, of no known branch
            HOME=/home/me | unknown, of no known branch
            """)
    void are_taken_and_said(String environment, String words) {
        assertThat(CodeVersionOptions.of(null, null, null, environment(environment))
                        .inWords())
                .isEqualTo(words);
    }

    @Test
    void give_way_to_options() {
        Map<String, String> environment =
                environment("GITHUB_SHA=a1 GITHUB_REF=refs/heads/main GITHUB_REPOSITORY=o/r GITHUB_RUN_ID=5");

        assertThat(CodeVersionOptions.of("1.0", null, null, environment).inWords())
                .isEqualTo("1.0, branch main: branch by GITHUB_REF (GitHub Actions)");
        assertThat(CodeVersionOptions.of("1.0", "x", "http://b", environment).inWords())
                .isEqualTo("1.0, branch x");
        assertThat(CodeVersionOptions.of("1.0", "x", "http://b", environment).buildUrl())
                .isEqualTo("http://b");
        assertThat(CodeVersionOptions.of(null, null, null, environment).buildUrl())
                .isEqualTo("https://github.com/o/r/actions/runs/5");
        assertThat(CodeVersionOptions.of(null, null, null, Map.of()).version()).isEmpty();
    }

    private static Map<String, String> environment(String text) {
        Map<String, String> environment = new HashMap<>();
        for (String each : text.split(" ", -1)) {
            environment.put(each.split("=", 2)[0], each.split("=", 2)[1]);
        }
        return environment;
    }
}
