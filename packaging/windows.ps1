# Wraps build\dist\castapp into an installer (Inno Setup, when it is there) or else a zip, in build\dist.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

$line = Select-String -Path castapp\__init__.py -Pattern '^__version__ = "(.*)"$'
$version = $line.Matches[0].Groups[1].Value

$inno = Get-Command iscc -ErrorAction SilentlyContinue
if ($inno) {
    & $inno.Source "/DVersion=$version" packaging\windows.iss
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
} else {
    Compress-Archive -Force -Path build\dist\castapp -DestinationPath "build\dist\castapp-$version-windows.zip"
}
