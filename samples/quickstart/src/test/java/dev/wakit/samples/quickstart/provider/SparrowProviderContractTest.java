package dev.wakit.samples.quickstart.provider;

import dev.wakit.testkit.provider.BspScript;
import dev.wakit.testkit.provider.ProviderContract;

// region contract
class SparrowProviderContractTest extends ProviderContract {

    @Override
    protected BspScript script() {
        return new SparrowScript();
    }
}
// endregion
