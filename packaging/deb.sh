#!/usr/bin/env bash
# Wraps build/dist/castapp into a Debian package: castapp_<version>_<arch>.deb in build/dist.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' castapp/__init__.py)
arch=$(dpkg --print-architecture)
tree=build/deb
rm -rf "$tree"
mkdir -p "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/share/applications" \
    "$tree/usr/share/icons/hicolor/scalable/apps" "$tree/usr/share/doc/castapp"

cp -a build/dist/castapp "$tree/opt/castapp"
ln -s /opt/castapp/castapp "$tree/usr/bin/castapp"
install -m 644 packaging/castapp.desktop "$tree/usr/share/applications/"
install -m 644 resources/icons/castapp.svg "$tree/usr/share/icons/hicolor/scalable/apps/"
install -m 644 LICENSE "$tree/usr/share/doc/castapp/copyright"

cat >"$tree/DEBIAN/control" <<CONTROL
Package: castapp
Version: $version
Architecture: $arch
Maintainer: Castapp <castapp@localhost>
Installed-Size: $(du -sk "$tree/opt" | cut -f1)
Depends: libc6, libegl1, libgl1, libdbus-1-3, libfontconfig1, libglib2.0-0, libxkbcommon-x11-0,
 libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-render-util0
Section: office
Priority: optional
Description: Casting, rehearsal schedules and workload for ballet companies
 Who dances what, when and where; what breaks when somebody cannot; and the
 call sheet on the wall.
CONTROL

dpkg-deb --root-owner-group --build "$tree" "build/dist/castapp_${version}_${arch}.deb"
