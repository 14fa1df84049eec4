package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommitTest {
    private static final String ONE = "1111111111111111111111111111111111111111";
    private static final String OTHER = "2222222222222222222222222222222222222222";

    @TempDir
    Path folder;

    @Test
    void is_that_of_the_branch() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", ONE + "\n");
        write(".git/packed-refs", "# pack-refs with: peeled\n" + OTHER + " refs/heads/main\n");

        assertThat(SourceCommit.in(folder)).contains(new SourceCommit(ONE, null));
    }

    @Test
    void is_that_of_a_packed_branch() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/packed-refs", ONE + " refs/heads/other-main\n" + OTHER + " refs/heads/main\n");

        assertThat(SourceCommit.in(folder)).contains(new SourceCommit(OTHER, null));
    }

    @Test
    void is_that_which_was_checked_out() throws IOException {
        write(".git/HEAD", ONE + "\n");

        assertThat(SourceCommit.in(folder)).contains(new SourceCommit(ONE, null));
    }

    @Test
    void is_that_of_a_work_tree() throws IOException {
        write("tree/.git", "gitdir: ../main/.git/worktrees/tree\n");
        write("main/.git/worktrees/tree/HEAD", "ref: refs/heads/work\n");
        write("main/.git/worktrees/tree/commondir", "../..\n");
        write("main/.git/refs/heads/work", OTHER + "\n");

        assertThat(SourceCommit.in(folder.resolve("tree"))).contains(new SourceCommit(OTHER, null));
    }

    @Test
    void is_that_which_a_release_names() throws IOException {
        write("COMMIT", ONE + "\n");

        assertThat(SourceCommit.in(folder)).contains(new SourceCommit(ONE, null));
    }

    @Test
    void may_have_a_date_in_a_release() throws IOException {
        write("COMMIT", ONE + " 2026-11-28T13:05:28Z\n");

        assertThat(SourceCommit.in(folder)).contains(new SourceCommit(ONE, "2026-11-28T13:05:28Z"));
    }

    @Test
    void is_unknown_where_nothing_says() throws IOException {
        assertThat(SourceCommit.in(folder)).isEmpty();
        write(".git/HEAD", "ref: refs/heads/unborn\n");
        assertThat(SourceCommit.in(folder)).isEmpty();
        write("COMMIT", "main\n");
        assertThat(SourceCommit.in(folder)).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
