package dev.wakit.provider.twilio;

import dev.wakit.testkit.provider.BspScript;
import dev.wakit.testkit.provider.ProviderContract;

class TwilioContractTest extends ProviderContract {

    @Override
    protected BspScript script() {
        return new TwilioScript();
    }
}
