@echo off
rem Starts FTP Log Lens with the Java of JAVA_HOME or, where there is none, with the one on the PATH.
rem FTP_LOG_LENS_OPTS holds more options for Java, as -Xmx4g.
setlocal DisableDelayedExpansion
set "OLDEST=17"
set "LIB=%~dp0..\lib"
set "JAVA="
set "FOLDER="
set "VERSION="

if not defined JAVA_HOME goto path
set "JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%JAVA%" goto found
:path
for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
if defined JAVA goto found
set "KEY=launcher.java.missing"
goto complain

:found
for %%I in ("%JAVA%") do set "FOLDER=%%~dpI.."
rem A Java without this file is taken as it is.
if not exist "%FOLDER%\release" goto start
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%FOLDER%\release"`) do set "VERSION=%%~V"
if not defined VERSION goto start
for /f "delims=.-+_ tokens=1" %%M in ("%VERSION%") do if %%M geq %OLDEST% goto start
set "KEY=launcher.java.old"

:complain
for /f "usebackq tokens=1* delims==" %%A in (`findstr /b "%KEY%=" "%LIB%\messages\messages.properties"`) do set "SENTENCE=%%B"
call set "SENTENCE=%%SENTENCE:{java}=%JAVA%%%"
call set "SENTENCE=%%SENTENCE:{version}=%VERSION%%%"
echo ftp-log-lens: %SENTENCE% 1>&2
exit /b 2

:start
set "HEAP=-Xms192m"
if "%~1"=="" set "HEAP=-Xms24m"
if "%~1"=="--stdio" set "HEAP=-Xms24m"
"%JAVA%" -Xlog:disable -Xlog:all=error:stderr -XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -Xmx1g -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:FreqInlineSize=60 -Dfile.encoding=UTF-8 %HEAP% -Dftp-log-lens.command=ftp-log-lens %FTP_LOG_LENS_OPTS% -jar "%LIB%\ftp-log-server.jar" %*
exit /b %ERRORLEVEL%
