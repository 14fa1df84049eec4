@echo off
rem Runs Chargeproof from its own folder, wherever it is called from. In its sources' folder it builds it first, unless what
rem was built is of these very sources.
rem   CHARGEPROOF_JAVA_OPTS   more options for the JVM
setlocal EnableExtensions DisableDelayedExpansion

set "CHARGEPROOF_DIR=%~dp0"
set "CHARGEPROOF_DIR=%CHARGEPROOF_DIR:~0,-1%"
set "built=%CHARGEPROOF_DIR%\target"
rem A release has no sources.
if not exist "%CHARGEPROOF_DIR%\pom.xml" set "built=%CHARGEPROOF_DIR%"
set "CHARGEPROOF_JAR=%built%\chargeproof.jar"
set "CHARGEPROOF_SOURCES=%built%\sources.sha256"
set "work=%built%\launcher"
set "log=%work%\build.log"
set "lock=%work%\lock"
set "pact_do_not_track=true"

call :find_java
if errorlevel 1 exit /b 2
call :is_built
if errorlevel 1 call :build
if errorlevel 1 exit /b %errorlevel%
:launch
set "memory_access="
if "%feature%"=="24" set "memory_access=--sun-misc-unsafe-memory-access=allow"
if "%feature%"=="25" set "memory_access=--sun-misc-unsafe-memory-access=allow"
rem Most commands end before code that is compiled well has paid for it.
set "compiler=-XX:TieredStopAtLevel=1"
if "%~1"=="prove" set "compiler=-XX:CompileThresholdScaling=4 -XX:Tier4BackEdgeThreshold=400000 -XX:MaxInlineLevel=6 -XX:InlineSmallCode=800 -XX:FreqInlineSize=100"
rem With fewer than three processors the HTTP client would otherwise start a thread for each answer.
set "pool=-Djava.util.concurrent.ForkJoinPool.common.parallelism=2 -Dgroovy.indy.optimize.threshold=20"
rem A heap that begins larger than it may grow is refused, so where others speak of Java's options this keeps silent.
set "heap="
if not defined CHARGEPROOF_JAVA_OPTS if not defined JAVA_TOOL_OPTIONS if not defined JDK_JAVA_OPTIONS if not defined _JAVA_OPTIONS set "heap=-Xmx1g"
rem Java exits with 1 where it fails to start, and 1 says something else here: our own exit codes come with 100 added.
"%java%" %memory_access% %compiler% %pool% %heap% -Dfile.encoding=UTF-8 "-Dchargeproof.launcher=cmd" "-Dchargeproof.home=%CHARGEPROOF_DIR%" %CHARGEPROOF_JAVA_OPTS% -cp "%CHARGEPROOF_JAR%" io.chargeproof.cli.EntryPoint %*
set "code=%errorlevel%"
for %%c in (100 101 102 103 170) do if "%code%"=="%%c" set /a code-=100 & goto end
for %%c in (129 130 143) do if "%code%"=="%%c" goto end
"%java%" %CHARGEPROOF_JAVA_OPTS% -version >nul 2>&1
if not errorlevel 1 goto no_verdict
set "code=2"
>&2 echo Chargeproof can't start Java; change or unset what CHARGEPROOF_JAVA_OPTS, JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS or _JAVA_OPTIONS says.
goto end

:no_verdict
>&2 echo Chargeproof was ended by Java with %code% and has no verdict: delete "%CHARGEPROOF_JAR%", which is then built anew, or unpack the release again.
set "code=70"

:end
exit /b %code%

:find_java
set "java="
set "found=none is in JAVA_HOME or on the PATH"
if defined JAVA_HOME call :try_java "%JAVA_HOME%\bin\java.exe"
if defined java exit /b 0
for %%i in (java.exe) do call :try_java "%%~$PATH:i"
if defined java exit /b 0
>&2 echo Chargeproof needs Java 17 or newer, but %found%: install a JDK or point JAVA_HOME at one.
exit /b 1

:try_java
set "java="
if "%~1"=="" exit /b 1
if not exist "%~1" exit /b 1
set "version="
rem By way of a file: a command inside "for" breaks on paths with parentheses.
set "answer=%TEMP%\chargeproof-%RANDOM%%RANDOM%.txt"
"%~1" -version 2>&1 | findstr /c:" version " >"%answer%"
for /f "usebackq tokens=3" %%v in ("%answer%") do set "version=%%~v"
del "%answer%"
if not defined version exit /b 1
if "%version:~0,2%"=="1." set "version=%version:~2%"
for /f "delims=.-+_" %%v in ("%version%") do set "feature=%%v"
if %feature% lss 17 (
  set "found=%~1 is Java %feature%"
  exit /b 1
)
set "java=%~1"
exit /b 0

:is_built
if not exist "%CHARGEPROOF_DIR%\pom.xml" exit /b 0
if not exist "%CHARGEPROOF_JAR%" exit /b 1
if not exist "%built%\lib" exit /b 1
if exist "%lock%" exit /b 1
call :sources check
exit /b %errorlevel%

rem By content and not by time: a checkout, a copy or a cache gives files any time. "check" compares with what is on record,
rem "note" writes down what a build that begins now is of.
:sources
powershell -NoProfile -ExecutionPolicy Bypass -Command "$home_ = $env:CHARGEPROOF_DIR; $lines = Get-ChildItem -LiteralPath ($home_ + '\pom.xml'), ($home_ + '\src\main') -Recurse -File | Sort-Object FullName | ForEach-Object { $_.FullName.Substring($home_.Length) + ' ' + (Get-FileHash -LiteralPath $_.FullName -Algorithm SHA256).Hash }; $bytes = [Text.Encoding]::UTF8.GetBytes($lines -join ';'); $sum = [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($bytes)); $file = $env:CHARGEPROOF_SOURCES; if ('%~1' -eq 'note') { Set-Content -LiteralPath ($file + '.new') $sum } elseif (-not (Test-Path -LiteralPath $file) -or (Get-Content -LiteralPath $file -TotalCount 1) -ne $sum) { exit 1 }"
exit /b %errorlevel%

:build
if not exist "%work%" md "%work%" 2>nul
if exist "%work%" goto wait_for_lock
>&2 echo Chargeproof has to be built, but "%CHARGEPROOF_DIR%\target" can't be written to.
exit /b 2

:wait_for_lock
set "seconds=0"
:take_lock
md "%lock%" 2>nul
if not errorlevel 1 goto build_locked
if "%seconds%"=="0" >&2 echo Chargeproof is being built by another process; waiting for it. If there is none, delete "%lock%".
set /a seconds+=1
if %seconds% gtr 1800 exit /b 70
rem A pause that also works where the input isn't a console.
ping -n 2 127.0.0.1 >nul
goto take_lock

:build_locked
if "%seconds%"=="0" goto run_maven
rem Another process had the lock, and has built it meanwhile.
if exist "%CHARGEPROOF_JAR%" (
  rd "%lock%"
  exit /b 0
)
:run_maven
>&2 echo Chargeproof is being built, which can take some minutes.
del /q "%CHARGEPROOF_JAR%" 2>nul
if not exist "%CHARGEPROOF_JAR%" goto maven
rd "%lock%"
>&2 echo Chargeproof has to be built anew, but another process runs from "%CHARGEPROOF_JAR%": end that one first.
exit /b 2

:maven
for %%i in ("%java%\..\..") do if exist "%%~fi\bin\javac.exe" set "JAVA_HOME=%%~fi"
del /q "%CHARGEPROOF_SOURCES%" 2>nul
call :sources note
pushd "%CHARGEPROOF_DIR%"
call mvnw.cmd -B -Dquick package >"%log%" 2>&1 <nul
set "code=%errorlevel%"
popd
if not "%code%"=="0" del /q "%CHARGEPROOF_JAR%" 2>nul
if "%code%"=="0" move /y "%CHARGEPROOF_SOURCES%.new" "%CHARGEPROOF_SOURCES%" >nul
rd "%lock%"
if "%code%"=="0" exit /b 0
>&2 echo Chargeproof could not be built; "%log%" has it all:
rem A source of others that doesn't compile is theirs to mend, and the first mistake in it says enough.
powershell -NoProfile -ExecutionPolicy Bypass -Command "$m = Select-String -LiteralPath $env:log -Pattern '\[ERROR\] (.*\.java):\[(\d+),\d+\] (.*)' | Select-Object -First 1; if ($m -and $m.Line -notmatch 'java.io.chargeproof') { $g = $m.Matches[0].Groups; '{0}:{1}: {2}' -f $g[1].Value, $g[2].Value, $g[3].Value; exit 2 }; Get-Content -LiteralPath $env:log -Tail 20; exit 70" 1>&2
exit /b %errorlevel%
