package dev.wakit.provider.meta;

import dev.wakit.testkit.provider.BspScript;
import dev.wakit.testkit.provider.ProviderContract;

class MetaProviderContractTest extends ProviderContract {

    @Override
    protected BspScript script() {
        return new MetaScript();
    }
}
