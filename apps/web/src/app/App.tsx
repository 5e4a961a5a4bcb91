import CssBaseline from '@mui/material/CssBaseline';
import { QueryClient } from '@tanstack/react-query';
import { CoreAdminUI, CustomRoutes, Resource, type I18nProvider } from 'ra-core';
import { AdminContext } from 'react-admin';
import { Suspense, useState } from 'react';
import { createBrowserRouter, Route } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { AppFrame } from '../frame/AppFrame.js';
import { Denied, Failed, NotFound, Opening } from '../frame/Fallbacks.js';
import { Gate } from '../frame/Gate.js';
import { Notices } from '../frame/Notices.js';
import { authProvider } from '../providers/authProvider.js';
import { dataProvider } from '../providers/dataProvider.js';
import { ApiError } from '../providers/problem.js';
import { store } from '../providers/store.js';
import { LoginPage } from '../access/room.js';
import { HomePage } from '../home/room.js';
import { showcaseRoute } from '../showcase/room.js';
import { RoomsContext } from '../frame/room.js';
import { setupRoute } from '../zone/room.js';
import { rooms } from './rooms.js';
import { darkTheme, lightTheme } from '../theme/makeTheme.js';

const SignIn = () => (
  <Suspense fallback={null}>
    <LoginPage />
  </Suspense>
);

/** Data older than half a minute is shown at once and loaded again in the background. Refusals are not retried. */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
    },
  },
});

function Crm({ i18nProvider }: { i18nProvider: I18nProvider }) {
  return (
    <RoomsContext value={rooms}>
      <AdminContext
        authProvider={authProvider}
        dataProvider={dataProvider}
        i18nProvider={i18nProvider}
        store={store}
        queryClient={queryClient}
        lightTheme={lightTheme}
        darkTheme={darkTheme}
      >
        {/* Only the core is used. react-admin's own layout, menu and sign-in would be loaded but never shown. */}
        <CssBaseline enableColorScheme />
        <Suspense fallback={null}>
          <CoreAdminUI
            disableTelemetry
            requireAuth
            dashboard={HomePage}
            layout={AppFrame}
            loginPage={SignIn}
            catchAll={NotFound}
            loading={Opening}
            error={Failed}
            accessDenied={Denied}
          >
            <CustomRoutes noLayout>
              <Route {...setupRoute} />
            </CustomRoutes>
            {import.meta.env.DEV && (
              <CustomRoutes noLayout>
                <Route {...showcaseRoute} />
              </CustomRoutes>
            )}
            <CustomRoutes>
              {rooms.flatMap((room) =>
                (room.routes ?? []).map((route) => (
                  <Route
                    key={route.path}
                    path={route.path}
                    element={<Gate needs={route.needs}>{route.element}</Gate>}
                  />
                )),
              )}
            </CustomRoutes>
            {rooms.flatMap((room) =>
              (room.resources ?? []).map((resource) => <Resource key={resource.name} {...resource} />),
            )}
          </CoreAdminUI>
        </Suspense>
        <Notices />
      </AdminContext>
    </RoomsContext>
  );
}

// Without transitions: on the way to the sign-in page react-admin clears its store, and an interruptible navigation
// would restart for ever.
export function App({ i18nProvider }: { i18nProvider: I18nProvider }) {
  const [router] = useState(() => createBrowserRouter([{ path: '*', element: <Crm i18nProvider={i18nProvider} /> }]));
  return <RouterProvider router={router} useTransitions={false} />;
}
