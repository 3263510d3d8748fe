package dev.wakit.testkit.provider;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The whole provider contract in one class.
 *
 * <p>Extend it and say how the BSP answers:
 *
 * <pre>{@code
 * class MyProviderContractTest extends ProviderContract {
 *     @Override
 *     protected BspScript script() {
 *         return new MyScript();
 *     }
 * }
 * }</pre>
 *
 * <p>What the provider does not have makes no tests, so that nothing is skipped: templates, media, look-up, handshake, echo.
 *
 * @since 0.1
 */
public abstract class ProviderContract {

    /** For subclasses. */
    protected ProviderContract() {}

    /**
     * How the BSP answers.
     *
     * @see ProviderFixture#script()
     */
    protected abstract BspScript script();

    @Nested
    @DisplayName("Sending")
    class Sending extends SendingContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Outcomes")
    class Outcomes extends OutcomeContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Connecting")
    class Connections extends ConnectionContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Exactly one POST")
    class OnePost extends OnePostContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Capabilities")
    class Declared extends CapabilityContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Webhooks and signatures")
    class Webhooks extends WebhookContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Templates")
    class Templates extends TemplateContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Media")
    class Media extends MediaContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Look-up")
    class Lookups extends LookupContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Limits")
    class Limits extends LimitContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Secrets and personal data")
    class Secrecy extends SecrecyContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }

    @Nested
    @DisplayName("Many at once, and closing")
    class Closing extends ClosingContract {
        @Override
        protected BspScript script() {
            return ProviderContract.this.script();
        }
    }
}
