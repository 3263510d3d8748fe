package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class ErrandTest {

    private final Executor beside = work -> new Thread(work).start();

    @Test
    void givesTheResultOfAnotherThread() {
        Errand<Thread> errand = Errand.start(beside, Thread::currentThread);

        assertThat(errand.result()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void throwsWhatTheWorkThrew() {
        var failure = new IllegalArgumentException("Refused.");
        Errand<Object> errand = Errand.start(beside, () -> {
            throw failure;
        });

        assertThatThrownBy(errand::result).isSameAs(failure);
        assertThatCode(errand::end).doesNotThrowAnyException();
    }

    @Test
    void isWaitedForByAThreadThatWasInterruptedAndStaysSo() {
        Thread caller = Thread.currentThread();
        Errand<String> errand = Errand.start(beside, () -> {
            caller.interrupt();
            return "done";
        });

        assertThat(errand.result()).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }
}
