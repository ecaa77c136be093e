/** The pass and the synced documents as data. No keys, no clock, no input or output. */
module io.greenqr.format {
  requires cbor;
  requires com.fasterxml.jackson.databind;
  requires static org.jspecify;

  exports io.greenqr.format.code;
  exports io.greenqr.format.cose;
  exports io.greenqr.format.fault;
  exports io.greenqr.format.json;
  exports io.greenqr.format.pass;
  exports io.greenqr.format.policy;
  exports io.greenqr.format.text;
  exports io.greenqr.format.trust;
}
