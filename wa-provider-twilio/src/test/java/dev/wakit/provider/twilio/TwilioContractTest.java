package dev.wakit.provider.twilio;

import dev.wakit.testkit.provider.BspScript;
import dev.wakit.testkit.provider.ClosingContract;
import dev.wakit.testkit.provider.ConnectionContract;
import dev.wakit.testkit.provider.LimitContract;
import dev.wakit.testkit.provider.OnePostContract;
import dev.wakit.testkit.provider.OutcomeContract;
import dev.wakit.testkit.provider.SecrecyContract;
import dev.wakit.testkit.provider.WebhookContract;
import org.junit.jupiter.api.Nested;

/** The parts of the provider contract that need no Content of Twilio. */
class TwilioContractTest {

    @Nested
    class Outcomes extends OutcomeContract {
        @Override
        protected BspScript script() {
            return new TwilioScript();
        }
    }

    @Nested
    class Connections extends ConnectionContract {
        @Override
        protected BspScript script() {
            return new TwilioScript();
        }
    }

    @Nested
    class OnePost extends OnePostContract {
        @Override
        protected BspScript script() {
            return new TwilioScript();
        }
    }

    @Nested
    class Webhooks extends WebhookContract {
        @Override
        protected BspScript script() {
            return new TwilioScript();
        }
    }

    @Nested
    class Limits extends LimitContract {
        @Override
        protected BspScript script() {
            return new TwilioScript();
        }
    }

    @Nested
    class Secrecy extends SecrecyContract {
        @Override
        protected BspScript script() {
            return new TwilioScript();
        }
    }

    @Nested
    class Closing extends ClosingContract {
        @Override
        protected BspScript script() {
            return new TwilioScript();
        }
    }
}
