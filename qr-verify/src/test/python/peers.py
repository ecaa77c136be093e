"""Reads PGM frames with zbar and zxing-cpp, and prints what each made of them.

One line a frame and reader: reader, file, CPU microseconds, text in hexadecimal (empty: nothing).
A reader that is not installed prints one line: reader, "absent".
"""

import ctypes
import ctypes.util
import sys
import time


def frames(paths):
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        magic, size, depth, pixels = data.split(b"\n", 3)
        assert magic == b"P5" and depth == b"255"
        width, height = map(int, size.split())
        assert len(pixels) == width * height
        yield path, width, height, pixels


def zbar():
    """The library behind zbarimg, with all symbologies off but QR."""
    name = ctypes.util.find_library("zbar")
    if name is None:
        return None
    lib = ctypes.CDLL(name)
    pointer, number = ctypes.c_void_p, ctypes.c_int
    for function, result, arguments in [
        ("zbar_image_scanner_create", pointer, []),
        ("zbar_image_scanner_set_config", number, [pointer, number, number, number]),
        ("zbar_image_create", pointer, []),
        ("zbar_image_destroy", None, [pointer]),
        ("zbar_image_set_format", None, [pointer, ctypes.c_ulong]),
        ("zbar_image_set_size", None, [pointer, ctypes.c_uint, ctypes.c_uint]),
        ("zbar_image_set_data", None, [pointer, ctypes.c_char_p, ctypes.c_ulong, pointer]),
        ("zbar_scan_image", number, [pointer, pointer]),
        ("zbar_image_first_symbol", pointer, [pointer]),
        ("zbar_symbol_get_data", pointer, [pointer]),
        ("zbar_symbol_get_data_length", ctypes.c_uint, [pointer]),
    ]:
        getattr(lib, function).restype = result
        getattr(lib, function).argtypes = arguments
    scanner = lib.zbar_image_scanner_create()
    qr_code, enable = 64, 0
    lib.zbar_image_scanner_set_config(scanner, 0, enable, 0)
    lib.zbar_image_scanner_set_config(scanner, qr_code, enable, 1)

    def read(width, height, pixels):
        image = lib.zbar_image_create()
        lib.zbar_image_set_format(image, int.from_bytes(b"Y800", "little"))
        lib.zbar_image_set_size(image, width, height)
        lib.zbar_image_set_data(image, pixels, len(pixels), None)
        start = time.thread_time_ns()
        lib.zbar_scan_image(scanner, image)
        spent = time.thread_time_ns() - start
        symbol = lib.zbar_image_first_symbol(image)
        text = b""
        if symbol:
            length = lib.zbar_symbol_get_data_length(symbol)
            text = ctypes.string_at(lib.zbar_symbol_get_data(symbol), length)
        lib.zbar_image_destroy(image)
        return text, spent

    return read


def zxing_cpp():
    """Its defaults: it also turns the frame and tries smaller copies of it."""
    try:
        import numpy
        import zxingcpp
    except ImportError:
        return None

    def read(width, height, pixels):
        image = numpy.frombuffer(pixels, dtype=numpy.uint8).reshape(height, width)
        start = time.thread_time_ns()
        results = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
        spent = time.thread_time_ns() - start
        return results[0].text.encode() if results else b"", spent

    return read


def main(paths):
    for name, make in ("zbar", zbar), ("zxing-cpp", zxing_cpp):
        read = make()
        if read is None:
            print(name, "absent", sep="\t")
            continue
        for path, width, height, pixels in frames(paths):
            text, spent = read(width, height, pixels)
            print(name, path, spent // 1000, text.hex(), sep="\t")


main([line.rstrip("\n") for line in sys.stdin])
