package dev.wakit.provider.dialog360;

import dev.wakit.testkit.provider.BspScript;
import dev.wakit.testkit.provider.ProviderContract;

class Dialog360ContractTest extends ProviderContract {

    @Override
    protected BspScript script() {
        return new Dialog360Script();
    }
}
