package io.greenqr.verify.internal.curve;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls what Android 26 does not have, and makes sure first that it is there: the check of the
 * Android API passes over what carries this.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface LaterAndroid {}
