package io.chargeproof.architecture.wrong.check;

final class TalksAndLeaves {
    void talk() {
        System.out.println("talking");
    }

    void leave() {
        System.exit(1);
    }
}
